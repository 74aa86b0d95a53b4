"""The pages of people and bodies."""

app_name = "experts"
urlpatterns: list[object] = []
