"""Where agents knock."""

from django.urls import path

from agents import views

app_name = "agents"
urlpatterns = [path("mcp", views.mcp, name="mcp")]
