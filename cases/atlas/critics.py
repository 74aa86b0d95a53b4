"""The critics, the cases that they reviewed, and their roles on the board of the book."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from cases.models import Case, Contribution, Critique
from experts.models import Expert

BOARD = (
    Contribution.Role.CHIEF_EDITOR,
    Contribution.Role.ASSOCIATE_EDITOR,
    Contribution.Role.EXECUTIVE_EDITORIAL_BOARD,
    Contribution.Role.EDITORIAL_BOARD,
)


@dataclass(frozen=True, slots=True)
class Critic:
    """One expert with the cases reviewed and the roles on the boards of their books."""

    expert: Expert
    cases: list[Case]
    roles: list[Contribution.Role]

    @property
    def role_labels(self) -> list[str]:
        return [str(role.label) for role in self.roles]


def critics_of(cases: Sequence[Case]) -> list[Critic]:
    """The critics of these cases, in the order of the cases; three queries."""
    by_key = {case.pk: case for case in cases}
    named = Prefetch("expert", Expert.objects.with_distinction())
    critiques = Critique.objects.filter(case__in=by_key).prefetch_related(named)
    reviewed: dict[Expert, list[Case]] = {}
    order = {key: position for position, key in enumerate(by_key)}
    for critique in sorted(critiques, key=lambda each: (order[each.case_id], each.order)):
        reviewed.setdefault(critique.expert, []).append(by_key[critique.case_id])
    roles = board_roles(reviewed, cases)
    return [Critic(expert, theirs, roles.get(expert.pk, [])) for expert, theirs in reviewed.items()]


def board_roles(
    experts: Iterable[Expert], cases: Iterable[Case]
) -> dict[int, list[Contribution.Role]]:
    """The roles of experts on the boards of the books of these cases, the highest first."""
    seats = Contribution.objects.filter(
        role__in=BOARD, expert__in=list(experts), book__in={case.book_id for case in cases}
    )
    held: dict[int, set[Contribution.Role]] = {}
    for expert_id, role in seats.values_list("expert", "role"):
        if expert_id:
            held.setdefault(expert_id, set()).add(Contribution.Role(role))
    return {key: sorted(roles, key=BOARD.index) for key, roles in held.items()}
