"""What may stand in an SVG picture: everything that draws, nothing that acts."""

STRUCTURE = "svg g defs symbol use title desc style text tspan textPath"
SHAPES = "path rect circle ellipse line polyline polygon marker"
PAINT = "linearGradient radialGradient stop pattern clipPath mask"
# feImage is missing: it fetches a picture from elsewhere.
EFFECTS = """
    filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA
    feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile
    feTurbulence
"""
ELEMENTS = frozenset(f"{STRUCTURE} {SHAPES} {PAINT} {EFFECTS}".split())

# Their content draws, they themselves act or choose.
UNWRAPPED = frozenset(("a", "switch"))

ANY = "id class style lang role version href"
GEOMETRY = """
    x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height viewBox transform rotate
    preserveAspectRatio pathLength offset startOffset textLength lengthAdjust refX refY orient
    markerWidth markerHeight markerUnits gradientUnits gradientTransform spreadMethod
    patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
"""
COLOUR = """
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color
    stop-color stop-opacity clip-path clip-rule mask filter display visibility overflow
    paint-order vector-effect shape-rendering text-rendering color-interpolation
    color-interpolation-filters marker-start marker-mid marker-end mix-blend-mode
"""
TYPE = """
    font-family font-size font-style font-weight font-variant font-stretch letter-spacing
    word-spacing text-anchor text-decoration dominant-baseline alignment-baseline
    baseline-shift writing-mode direction unicode-bidi
"""
EFFECT = """
    in in2 result stdDeviation mode values type operator k1 k2 k3 k4 radius flood-color
    flood-opacity filterUnits primitiveUnits tableValues slope intercept amplitude exponent
    baseFrequency numOctaves seed stitchTiles
"""
ATTRIBUTES = frozenset(f"{ANY} {GEOMETRY} {COLOUR} {TYPE} {EFFECT}".split())
