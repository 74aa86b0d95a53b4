"""People and organisations as kinds of record."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from casebook.core.filters.facets import facet_values
from casebook.core.records import Data, IndexDocument, JsonLinks, RecordType, join_lines
from casebook.core.web.languages import name_of, sentence

from .filters import ExpertFilter, OrganisationFilter
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


class ExpertType(RecordType):
    rows = Expert.objects.all()
    words = ("专家", "expert", "experts")
    rank = 4
    label_of_one = pgettext_lazy("one", "专家")
    text_label = _("职务")
    name_fields = ("expert",)
    shows = (
        *("affiliations__organisation__seat__place", "contributions__book"),
        "critiques__case__book",
    )
    suggestion_rank = 1
    has_people = True
    json_ld_type = "Person"
    markdown_rows = Expert.objects.with_posts().prefetch_related(
        "critiques__case", "contributions__book"
    )

    def document(self, expert: Expert) -> IndexDocument:
        posts = list(expert.affiliations.all())
        bodies = organisations_of(posts)
        return IndexDocument(
            title=expert.name,
            body=join_lines(post.as_printed or str(post) for post in posts),
            names={"expert": person_names(expert), "organisation": organisation_names(bodies)},
            english={"expert": english_names([expert]), "organisation": english_names(bodies)},
            labels={"book": sorted({row.book.full_title for row in expert.contributions.all()})},
            exact_names=[*filter(None, (*person_names(expert), expert.english_name))],
            facets={"expert": [expert.slug], **facet_values(ExpertFilter, expert)},
            sort_keys={"pinyin": expert.slug, "name": expert.name},
            order=expert.pk,
            extra={"context": "、".join(dict.fromkeys(body.name for body in bodies))},
        )

    def suggested_rows(self) -> Iterable[Expert]:
        return Expert.objects.with_distinction()

    def suggested_names(self, expert: Expert) -> list[str]:
        return person_names(expert)

    def json_ld(self, expert: Expert, links: JsonLinks) -> Data:
        posts = list(expert.affiliations.all())
        return {
            "alternateName": expert.aliases,
            "jobTitle": list(dict.fromkeys(post.job_title for post in posts if post.job_title)),
            "affiliation": links.to_all(organisations_of(posts)),
        }

    def summary(self, expert: Expert) -> str:
        posts = "；".join(dict.fromkeys(str(post) for post in expert.affiliations.all()))
        return sentence(name_of(expert), posts)


class OrganisationType(RecordType):
    rows = Organisation.objects.all()
    words = ("机构", *("organisation", "organisations", "organization", "organizations"))
    rank = 5
    label_of_one = pgettext_lazy("one", "机构")
    text_label = _("人员")
    name_fields = ("organisation",)
    shows = (
        *("affiliations__expert", "affiliations__critiques__case__book"),
        *("contributions__book", "seat__place"),
    )
    suggestion_rank = 4
    json_ld_type = "Organization"
    markdown_rows = Organisation.objects.prefetch_related(
        "affiliations__expert", "contributions__book", "facts__reference"
    )

    def document(self, body: Organisation) -> IndexDocument:
        people = {post.expert for post in body.affiliations.all()}
        names = [*filter(None, (body.name, body.english_name, *body.aliases))]
        return IndexDocument(
            title=body.name,
            body="、".join(sorted({person.name for person in people})),
            names={"organisation": names},
            english={"expert": sorted(english_names(people))},
            exact_names=names,
            facets={"organisation": [body.slug], **facet_values(OrganisationFilter, body)},
            sort_keys={"pinyin": body.slug, "name": body.name},
            order=body.pk,
        )

    def suggested_names(self, body: Organisation) -> list[str]:
        return [body.name, *body.aliases, body.english_name]

    def json_ld(self, body: Organisation, _links: JsonLinks) -> Data:
        return {"alternateName": [*filter(None, (*body.aliases, body.english_name))]}

    def summary(self, body: Organisation) -> str:
        return sentence(name_of(body), body.get_kind_display())


RECORD_TYPES = (ExpertType(), OrganisationType())
