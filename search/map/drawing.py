"""The outline map: soft shapes for the kommuner, names of the areas, and pins that are links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.queries.areas import Kommune

from .geometry import MARGIN, WIDTH, Box, Point, Position, Projection, clusters, hull
from .groups import PlaceGroup

# Pins nearer than this would cover each other; a pin is 30 across, so that a thumb finds it on a small phone.
APART = 32.0
LETTER, LINE = 7.4, 17.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A kommune: the corners of its outline, as SVG writes them."""

    points: str


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an area; `large` for a kommune's."""

    x: float
    y: float
    words: str
    large: bool


@dataclass(frozen=True, slots=True)
class Pin:
    """A place, or several that stand close; `address` leads to it in the list, or closer into the map."""

    x: float
    y: float
    name: str
    address: str
    count: int
    several: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing; `width` and `height` are those of its viewBox."""

    width: float
    height: float
    shapes: list[Shape]
    labels: list[Label]
    pins: list[Pin]


def drawing(
    groups: Iterable[PlaceGroup],
    kommuner: Iterable[Kommune],
    box: Box | None,
    closer: Callable[[Box], str],
) -> Drawing | None:
    """The map of the groups, or of those in `box`; None when nothing can be drawn. `closer` is the address of a box."""
    placed = [(group, group.position) for group in groups if group.position]
    if box:
        placed = [(group, position) for group, position in placed if box.holds(position)] or placed
    shown = Box.around(position for _group, position in placed)
    if shown is None:
        return None
    projection = Projection(shown)
    points = [projection.point(position) for _group, position in placed]
    around = [kommune for kommune in kommuner if _centres([kommune])]
    pins = [_pin([placed[number] for number in group], points[group[0]], closer) for group in clusters(points, APART)]
    return Drawing(
        width=WIDTH,
        height=projection.height,
        shapes=[_shape(kommune, projection) for kommune in around],
        labels=_labels(around, projection, pins),
        pins=pins,
    )


def _pin(together: Sequence[tuple[PlaceGroup, Position]], point: Point, closer: Callable[[Box], str]) -> Pin:
    groups = [group for group, _position in together]
    count = sum(len(group.hits) for group in groups)
    if len(groups) == 1:
        return Pin(*point, groups[0].name, f"#{groups[0].anchor}", count, several=False)
    box = Box.around(position for _group, position in together)
    apart = len({position for _group, position in together}) > 1
    names = list(dict.fromkeys(group.where for group in groups))
    where = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
    name = _("%(places)d steder i %(where)s, %(count)d aktiviteter") % {
        "places": len(groups),
        "where": where,
        "count": count,
    }
    address = f"{closer(box)}#kort" if box and apart else f"#{groups[0].anchor}"
    return Pin(*point, _("%(places)s: se nærmere") % {"places": name} if apart else name, address, count, several=True)


def _centres(kommuner: Iterable[Kommune]) -> list[Position]:
    areas = (area for kommune in kommuner for area in (kommune.area, *kommune.parts))
    return [position for area in areas if (position := area.position)]


def _shape(kommune: Kommune, projection: Projection) -> Shape:
    corners = hull(projection.point(position) for position in _centres([kommune]))
    return Shape(" ".join(f"{x},{y}" for x, y in corners))


def _labels(kommuner: Iterable[Kommune], projection: Projection, pins: Sequence[Pin]) -> list[Label]:
    """Names that fit without lying over each other or over a pin: of kommuner, or within one of them of its areas."""
    inside = [one for one in kommuner if one.area.position and _is_inside(one.area.position, projection)]
    named = [(one.area, True) for one in inside] if len(inside) > 1 else []
    named = named or [(area, False) for kommune in kommuner for area in kommune.parts]
    taken = [(pin.x - 17, pin.y - 17, pin.x + 17, pin.y + 17) for pin in pins]
    labels: list[Label] = []
    for area, large in named:
        if area.position is None:
            continue
        x, middle = projection.point(area.position)
        half = len(area.name) * LETTER * (1.15 if large else 1) / 2
        x = min(max(x, half + 4), WIDTH - half - 4) if large else x
        for y in (middle + 30, middle - 22, middle + 46, middle - 40, middle + 62, middle - 56):
            room = (x - half, y - LINE, x + half, y + 4)
            fits = room[0] > 2 and room[2] < WIDTH - 2 and MARGIN / 2 < y < projection.height - 4
            if fits and not any(_overlap(room, other) for other in taken):
                taken.append(room)
                labels.append(Label(x, y, area.name, large))
                break
    return labels


def _is_inside(position: Position, projection: Projection) -> bool:
    x, y = projection.point(position)
    return 0 <= x <= WIDTH and 0 <= y <= projection.height


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
