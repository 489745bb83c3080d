# The press with the system parts it needs. In the folder of a book:
#
#     docker build -t tategumi /path/to/this/folder
#     docker run --rm -v "$PWD:/book" -u "$(id -u):$(id -g)" tategumi
#
# Any command of `tategumi` may follow. It speaks Japanese; `-e LANGUAGE=en` makes it speak English.
FROM python:3.13-slim-bookworm

# What setup/system_parts.py names.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        fontconfig \
        fonts-noto-cjk \
        libharfbuzz-subset0 \
        libpango-1.0-0 \
        libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /press
COPY requirements.txt .
RUN pip install --no-cache-dir --no-deps --only-binary :all: --require-hashes -r requirements.txt
COPY LICENSE NOTICE README.md pyproject.toml ./
COPY styles styles
COPY tategumi tategumi
RUN pip install --no-cache-dir --no-deps .

ENV LANG=C.UTF-8 LANGUAGE=ja HOME=/tmp
WORKDIR /book
ENTRYPOINT ["tategumi"]
