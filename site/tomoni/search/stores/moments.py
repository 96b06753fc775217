"""Dates as whole numbers, which both databases compare the same way."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def microseconds(date: datetime | None) -> int | None:
    """Return the microseconds since 1970; a date without a zone is taken for one in UTC."""
    if date is None:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return (aware - EPOCH) // timedelta(microseconds=1)


def moment(count: int | None) -> datetime | None:
    """Return the date that `microseconds` made a number of."""
    return None if count is None else EPOCH + timedelta(microseconds=count)
