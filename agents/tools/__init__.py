"""What agents may ask, one module a tool. Nothing here knows of the protocol."""

from . import check_quote, cite, get_case, get_passage, list_facets, search_cases
from .tool import Tool

TOOLS: dict[str, Tool] = {
    module.TOOL.name: module.TOOL
    for module in (search_cases, get_case, get_passage, list_facets, cite, check_quote)
}
