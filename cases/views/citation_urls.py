"""URLs of citations as files."""

from django.urls import path

from cases.views import citation_files as citations

app_name = "citations"
urlpatterns = [
    path("books/<slug:slug>/cite.<slug:form>", citations.cite_book, name="book"),
    path(
        "books/<slug:slug>/read/p/<slug:anchor>/cite.<slug:form>",
        citations.cite_passage,
        name="passage",
    ),
    path("books/<slug:slug>/read/p/<slug:anchor>/quote.txt", citations.quote_passage, name="quote"),
    path("cases/<slug:slug>/cite.<slug:form>", citations.cite_case, name="case"),
    path("critiques/<slug:slug>/cite.<slug:form>", citations.cite_critique, name="critique"),
]
