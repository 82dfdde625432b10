"""The face of the claim-verification workbench: thin screens over `claims.services`.

`launch` starts the server, `asgi` is what is served, `app` draws the navigation. Every screen is a two-line file in
`pages/`, a view of at most 80 lines in `views/`, and what a view shows is prepared by pure functions in `shown/`.
"""
