"""People and organisations as kinds of record."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.records import (
    Data,
    IndexDocument,
    IndexedType,
    JsonLinks,
    RecordPage,
    Suggestions,
    join_lines,
)
from casebook.core.web.languages import name_of, sentence

from .models import Affiliation, Expert, Organisation


def person_names(expert: Expert) -> list[str]:
    return [expert.name, *expert.aliases]


def organisations_of(posts: Iterable[Affiliation]) -> list[Organisation]:
    """The organisations of affiliations, each once."""
    return list(dict.fromkeys(post.organisation for post in posts if post.organisation))


def organisation_names(bodies: Iterable[Organisation]) -> list[str]:
    """The names of organisations, each once."""
    return list(dict.fromkeys(name for body in bodies for name in (body.name, *body.aliases)))


def english_names(rows: Iterable[Any]) -> list[str]:
    """The English names of rows, each once; rows without one are skipped."""
    return list(dict.fromkeys(row.english_name for row in rows if row and row.english_name))


def expert_document(expert: Expert) -> IndexDocument:
    posts = list(expert.affiliations.all())
    bodies = organisations_of(posts)
    contributed = [row.book for row in expert.contributions.all()]
    critiqued = [critique.case.book for critique in expert.critiques.all()]
    return IndexDocument(
        title=expert.name,
        body=join_lines(post.as_printed or str(post) for post in posts),
        names={"expert": person_names(expert), "organisation": organisation_names(bodies)},
        english={"expert": english_names([expert]), "organisation": english_names(bodies)},
        labels={"book": sorted({book.full_title for book in contributed})},
        exact_names=[*filter(None, (*person_names(expert), expert.english_name))],
        facets={
            "book": sorted({book.slug for book in (*contributed, *critiqued)}),
            "expert": [expert.slug],
            "organisation": sorted(body.slug for body in bodies),
        },
        order=expert.pk,
        extra={"context": "、".join(dict.fromkeys(body.name for body in bodies))},
    )


def expert_json_ld(expert: Expert, links: JsonLinks) -> Data:
    posts = list(expert.affiliations.all())
    return {
        "alternateName": expert.aliases,
        "jobTitle": list(dict.fromkeys(post.job_title for post in posts if post.job_title)),
        "affiliation": links.to_all(organisations_of(posts)),
    }


def expert_summary(expert: Expert) -> str:
    posts = "；".join(dict.fromkeys(str(post) for post in expert.affiliations.all()))
    return sentence(name_of(expert), posts)


EXPERT = IndexedType(
    rows=Expert.objects.all(),
    label=_("专家"),
    label_of_one=pgettext_lazy("one", "专家"),
    rank=4,
    words=("专家", "expert", "experts"),
    document=expert_document,
    shows=("affiliations__organisation", "contributions__book", "critiques__case__book"),
    text_label=_("职务"),
    name_fields=("expert",),
    page=RecordPage(
        json_ld_type="Person",
        json_ld=expert_json_ld,
        summary=expert_summary,
        markdown_rows=Expert.objects.with_posts().prefetch_related(
            "critiques__case", "contributions__book"
        ),
    ),
    suggestions=Suggestions(
        rank=1, rows=Expert.objects.with_distinction, names=person_names, are_people=True
    ),
)


def organisation_document(body: Organisation) -> IndexDocument:
    people = {post.expert for post in body.affiliations.all()}
    names = [*filter(None, (body.name, body.english_name, *body.aliases))]
    return IndexDocument(
        title=body.name,
        body="、".join(sorted({person.name for person in people})),
        names={"organisation": names},
        english={"expert": sorted(english_names(people))},
        exact_names=names,
        facets={
            "book": sorted({row.book.slug for row in body.contributions.all()}),
            "organisation": [body.slug],
        },
        order=body.pk,
    )


def organisation_json_ld(body: Organisation, _links: JsonLinks) -> Data:
    return {"alternateName": [*filter(None, (*body.aliases, body.english_name))]}


ORGANISATION = IndexedType(
    rows=Organisation.objects.all(),
    label=_("机构"),
    label_of_one=pgettext_lazy("one", "机构"),
    rank=5,
    words=("机构", *("organisation", "organisations", "organization", "organizations")),
    document=organisation_document,
    shows=("affiliations__expert", "contributions__book"),
    text_label=_("人员"),
    name_fields=("organisation",),
    page=RecordPage(
        json_ld_type="Organization",
        json_ld=organisation_json_ld,
        summary=lambda body: sentence(name_of(body), body.get_kind_display()),
        markdown_rows=Organisation.objects.prefetch_related(
            "affiliations__expert", "contributions__book", "facts__reference"
        ),
    ),
    suggestions=Suggestions(
        rank=4,
        rows=Organisation.objects.all,
        names=lambda body: (body.name, *body.aliases, body.english_name),
    ),
)
RECORD_TYPES = (EXPERT, ORGANISATION)
