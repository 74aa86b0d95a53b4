"""Settings, read from the environment; docs/settings.md explains each of them."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env, EnvError, validate

from casebook.environment import (
    SQLITE,
    check_database,
    loopback_only,
    make_private,
    one_secret,
    one_writable_folder,
    rate_limit_storage,
)

BASE_DIR = Path(__file__).resolve().parent.parent
TESTING = "pytest" in sys.modules

NOT_NEGATIVE = validate.Range(min=0)
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

env = Env()

try:
    # --- What an operator chooses -------------------------------------------------------
    DEBUG = env.bool("DEBUG", default=False)
    DATA_DIR = one_writable_folder(env.path("DATA_DIR", default=BASE_DIR / "var"))
    SECRET_KEY = env.str("SECRET_KEY", default="") or one_secret(DATA_DIR / "secret_key")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
    HTTPS = env.bool("HTTPS", default=not loopback_only(ALLOWED_HOSTS))
    CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
    DATABASE = env.dj_db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'casebook.sqlite3'}")
    check_database(DATABASE)
    make_private(DATA_DIR / "secret_key")
    RESPONSE_CACHE_ENTRIES: int = env.int(
        "RESPONSE_CACHE_ENTRIES", default=1000, validate=NOT_NEGATIVE
    )
    # A test asks more often than any reader.
    RATE_LIMIT: int = env.int("RATE_LIMIT", default=0 if TESTING else 3000, validate=NOT_NEGATIVE)
    RATE_LIMIT_STORAGE_URI = rate_limit_storage(
        env.str("RATE_LIMIT_STORAGE_URI", default="memory://")
    )
    SEARCH_BACKEND = env.str("SEARCH_BACKEND", default="tantivy")
    WEB_CONCURRENCY: int = env.int("WEB_CONCURRENCY", default=2, validate=validate.Range(min=1))
    TRUSTED_PROXIES: int = env.int("TRUSTED_PROXIES", default=0, validate=NOT_NEGATIVE)
    LOG_LEVEL = env.str("LOG_LEVEL", default="INFO", validate=validate.OneOf(LOG_LEVELS))
except (EnvError, OSError) as error:
    sys.exit(f"Casebook cannot start: {error} (docs/settings.md lists every setting).")

# --- Applications -----------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "corsheaders",
    "csp",
    "django_filters",
    "django_htmx",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "rest_framework",
    "casebook",
    "casebook.core",
    "experts",
    "cases",
    "search",
    "agents",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "casebook.core.middleware.RateLimitMiddleware",
    "casebook.core.middleware.QueryLengthMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "casebook.core.middleware.ReadOnlyMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # After LocaleMiddleware, and above compression: it stores responses that are compressed once.
    "casebook.core.cache.conditional_get.ConditionalGetMiddleware",
    "casebook.core.middleware.Compression",
    "cases.discovery.page_metadata.AlternateLinks",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "casebook.urls"
WSGI_APPLICATION = "casebook.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database ---------------------------------------------------------------------------
SQLITE_OPTIONS: dict[str, Any] = {
    # A write takes its lock at once and waits for it, instead of failing in the middle.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode = WAL;"
        "PRAGMA synchronous = NORMAL;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA cache_size = -32000;"
    ),
}
if DATABASE["ENGINE"] == SQLITE:
    DATABASE.setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)
    DATABASE["CONN_MAX_AGE"] = None
else:
    # A test's database is dropped at the end, which an open connection of a thread would block.
    DATABASE["CONN_MAX_AGE"] = 0 if TESTING else 60
    DATABASE["CONN_HEALTH_CHECKS"] = True
DATABASES = {"default": DATABASE}

# --- Caches: the memory of each process --------------------------------------------------
CACHES = {
    "default": {
        "BACKEND": (
            "django.core.cache.backends.locmem.LocMemCache"
            if RESPONSE_CACHE_ENTRIES
            else "django.core.cache.backends.dummy.DummyCache"
        ),
        "OPTIONS": {"MAX_ENTRIES": RESPONSE_CACHE_ENTRIES},
        "TIMEOUT": None,
    },
    # Keys and reasons, some hundred bytes a case.
    "related_cases": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "related_cases",
        "OPTIONS": {"MAX_ENTRIES": 5000},
        "TIMEOUT": None,
    },
}

# --- Language: Chinese is the source language of every string; /en/ shows it in English ----
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", _("英文"))]
TIME_ZONE = "Asia/Shanghai"
LOCALE_PATHS = [BASE_DIR / "locale"]

# --- Static files: compressed, fingerprinted, served by the application itself -------------
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or TESTING
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        ),
    },
}

# Source maps are for developers' tools, which ask for them seldom; compressing them takes a minute.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (
    *("br", "gif", "gz", "jpg", "map", "png", "webp", "woff2", "zip"),
)
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_AUTOREFRESH = DEBUG or TESTING
WHITENOISE_USE_FINDERS = DEBUG or TESTING

# --- Security: beside the defaults of Django, which are safe ------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    },
}
# Any page on the web may read the API, and these headers of its responses.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ("GET", "HEAD", "OPTIONS")
CORS_ALLOW_HEADERS = ("Accept", "Accept-Language", "If-None-Match", "If-Modified-Since")
CORS_EXPOSE_HEADERS = (
    *("ETag", "Last-Modified", "Link", "Content-Disposition"),
    *("RateLimit", "RateLimit-Policy", "Retry-After"),
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Log-in: wrong passwords lock an account for the address that they came from ---------------
AUTHENTICATION_BACKENDS = [
    # First, so that no password is checked while the account is locked.
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_HANDLER = "casebook.login.LoginHandler"
AXES_CLIENT_IP_CALLABLE = "casebook.login.client_address"
AXES_LOCKOUT_CALLABLE = "casebook.login.locked_response"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
# So long after the last failure all are forgotten; longer than any lock.
AXES_COOLOFF_TIME = dt.timedelta(hours=1)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Neither stored with a failure nor logged.
AXES_SENSITIVE_PARAMETERS = ["username", "csrfmiddlewaretoken"]

# --- API --------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "casebook.core.api.pagination.NumberedPages",
    "DEFAULT_SCHEMA_CLASS": "casebook.core.api.schema.ApiSchema",
    "EXCEPTION_HANDLER": "casebook.core.errors.error_responses.problem_response",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "案例库 API",
    "DESCRIPTION": "只读、无须登录；写法与承诺见 docs/api.md。",
    "LICENSE": {"name": "MIT（程序）；书中文字归作者与出版社所有"},
    "OAS_VERSION": "3.1.1",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "casebook.core.api.schema.complete_schema",
    ],
    "ENUM_NAME_OVERRIDES": {
        "FactKind": "cases.models.evidence.Fact.Kind",
        "OrganisationKind": "experts.models.Organisation.Kind",
    },
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "validatorUrl": None},
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# --- Logging: to standard error, where the server's own lines go ---------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        # It logs the beginning and the end of every request.
        "mcp": {"level": "WARNING"},
        # It logs every step; a failure and a lock are warnings.
        "axes": {"level": "WARNING"},
    },
}
