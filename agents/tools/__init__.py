"""The tools that agents may call."""

from .check_quote import check_quote
from .search_cases import list_facets, search_cases
from .tool import Tool
from .tool_records import cite, get_case, get_passage

TOOLS: dict[str, Tool] = {
    tool.name: tool
    for tool in (search_cases, get_case, get_passage, list_facets, cite, check_quote)
}
