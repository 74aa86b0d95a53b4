"""The pages of people and organisations."""

from django.urls import path

from experts import views

app_name = "experts"
urlpatterns = [
    path("experts/", views.expert_list, name="expert-list"),
    path("experts/<slug:slug>/", views.expert_detail, name="expert-detail"),
    path("organisations/", views.organisation_list, name="organisation-list"),
    path("organisations/<slug:slug>/", views.organisation_detail, name="organisation-detail"),
]
