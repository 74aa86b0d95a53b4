"""Who reviewed which case, and who of them sits on the board of the book."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from casebook.languages import name_of
from cases.models import Case, Contribution, Critique
from experts.models import Expert
from experts.tie_graph import Node, TieGraph, tie_graph

MOST_CASES = 60
"""More rows than these are a table, not a drawing."""
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
    experts: Sequence[Expert] | dict[Expert, list[Case]], cases: Sequence[Case]
) -> dict[int, list[Contribution.Role]]:
    """The roles of experts on the boards of the books of these cases, the highest first."""
    seats = Contribution.objects.filter(
        Q(role__in=BOARD), expert__in=list(experts), book__in={case.book_id for case in cases}
    )
    held: dict[int, set[Contribution.Role]] = {}
    for expert_id, role in seats.values_list("expert", "role"):
        if expert_id:
            held.setdefault(expert_id, set()).add(Contribution.Role(role))
    return {key: sorted(roles, key=BOARD.index) for key, roles in held.items()}


def people_graph(critics: Sequence[Critic], cases: Sequence[Case]) -> TieGraph | None:
    """Roles, critics and cases in three columns; None where there are too many or none."""
    if not critics or len(cases) > MOST_CASES:
        return None
    held = {role for critic in critics for role in critic.roles}
    roles = [Node(role, str(role.label)) for role in BOARD if role in held]
    people = [
        Node(critic.expert, critic.expert.distinct_name, critic.expert.get_absolute_url())
        for critic in critics
    ]
    reviewed = {case.pk for critic in critics for case in critic.cases}
    rows = [
        Node(case, f"{case.number} {name_of(case, 'name')}", case.get_absolute_url())
        for case in cases
        if case.pk in reviewed
    ]
    seats = [(role, critic.expert) for critic in critics for role in critic.roles]
    reviews = [(critic.expert, case) for critic in critics for case in critic.cases]
    columns = [roles, people, rows] if roles else [people, rows]
    return tie_graph(columns, [*seats, *reviews])
