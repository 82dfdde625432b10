# The workbench as an image: not root, nothing written but /data and /tmp. Build steps reach package registries only.
#
#   docker build -t claim-workbench .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL -v claims:/data -p 127.0.0.1:8642:8642 claim-workbench
#
# tests/packaging/test_image.py walks through these steps without an engine: keep to one command per RUN.

FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
RUN python -m venv /opt/claims
COPY requirements/run.txt requirements/run.txt
RUN /opt/claims/bin/python -m pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY claims claims
COPY workbench workbench
COPY seeds seeds
RUN /opt/claims/bin/python -m pip install --no-cache-dir --no-index --no-deps --no-build-isolation .
RUN /opt/claims/bin/python -m compileall -q /opt/claims/lib

FROM python:3.13-slim-bookworm
COPY --from=build /opt/claims /opt/claims
RUN install -d -o 10001 -g 10001 /data
ENV PATH=/opt/claims/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp \
    CLAIMS_CASE=/data/case.db CLAIMS_HOST=0.0.0.0 CLAIMS_PORT=8642
WORKDIR /data
VOLUME /data
USER 10001:10001
EXPOSE 8642
# /health asks the case, and so the database, too.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8642/health', timeout=4)"]
ENTRYPOINT ["workbench"]
