"""The pages of books, cases, places and themes."""

app_name = "cases"
urlpatterns: list[object] = []
