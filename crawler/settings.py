"""Scrapy's settings. `ITEM_PIPELINES` is the table of contents of the data path.

What an operator sets is in `crawler.config`; commands hand it over. Under plain `scrapy crawl` the same sources are read here.
"""

from pathlib import Path

from crawler.config import load_config

_config = load_config()

BOT_NAME = "nianbao"
SPIDER_MODULES = ["crawler.spiders"]

# --- this project's own ---
NIANBAO_DATABASE_URL = _config.database
NIANBAO_DATA_DIR = str(Path(_config.data_dir).resolve())
NIANBAO_SITES = [str(folder) for folder in _config.site_folders]
NIANBAO_CONTACT = _config.contact

# --- manners ---
USER_AGENT = "nianbao/0.1 (archive of public annual reports; +{contact})"  # the spider puts NIANBAO_CONTACT in
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "zh-CN,zh;q=0.9",
    "Accept-Encoding": "gzip, deflate",  # what every reader of the archive can unpack; warcio fails on brotli
}
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = BOT_NAME
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 8  # those that wait for their turn count: at least the hosts of one site, few enough to end soon
DOWNLOAD_DELAY = 0  # the pace is kept over all crawls of the process, in crawler.manners.pacing; a site's row sets its delay
AUTOTHROTTLE_ENABLED = False
COOKIES_ENABLED = False  # a report needs none, and the cookie jar would fetch the public suffix list
HTTPPROXY_ENABLED = False  # no proxy that happens to stand in the environment: the address guard judges the address asked
RETRY_TIMES = 1
RETRY_HTTP_CODES = [408, 429, 500, 502, 503, 504]
REDIRECT_MAX_TIMES = 5
METAREFRESH_MAXDELAY = 5

# --- bounds ---
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = False  # a page cut short is archived and judged in crawler.fetches
DOWNLOAD_VERIFY_CERTIFICATES = True  # a site's row may switch it off for that site
DOWNLOAD_HANDLERS = {
    "http": "crawler.manners.pacing.PacedHandler",
    "https": "crawler.manners.pacing.PacedHandler",
    **dict.fromkeys(("data", "file", "ftp", "s3")),
}
DNSCACHE_ENABLED = True  # the address that the guard judged is the one that is asked: a name is not looked up twice
HTTPERROR_ALLOW_ALL = True  # the spider records every status itself
HTTPCACHE_ENABLED = False

# --- speed ---
CONCURRENT_ITEMS = 1  # Scrapy starts that many tasks for every answer; the stages below never wait for anything
WARN_ON_GENERATOR_RETURN_VALUE = False  # it parses the callback's source again for every answer

# --- what runs ---
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # the guard knows hosts with ports, and refuses aloud
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.stats.DownloaderStats": None,  # the database counts requests
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.manners.robots.RobotsMiddleware": 100,
    "crawler.middlewares.DecodeMiddleware": 585,
    "crawler.manners.budget.Budget": 940,
    "crawler.middlewares.ArchiveMiddleware": 950,
    "crawler.manners.guard.AddressGuard": 960,
}
SPIDER_MIDDLEWARES = {
    "crawler.claim.ClaimMiddleware": 30,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # the walk counts depth itself
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,  # every status is judged in crawler.fetches
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # no longer address gets past crawler.addresses
}
ITEM_PIPELINES = {
    "pipelines.archive.ArchivePipeline": 100,
    "pipelines.classify.ClassifyPipeline": 200,
    "pipelines.extract.ExtractPipeline": 300,
    "pipelines.validate.ValidatePipeline": 400,
    "pipelines.place.PlacePipeline": 500,
    "pipelines.version.VersionPipeline": 600,
    "pipelines.store.StorePipeline": 700,
}
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # it would run code that is sent to a local port
LOG_LEVEL = "INFO"
STATS_DUMP = False
