"""Indonesian: Django's own, but with whole names of months, as CLDR's `id` long pattern has it."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, G.i"
