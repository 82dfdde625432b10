"""The frame around every screen: navigation, the person at the browser, and errors said plainly."""

import streamlit as st

from workbench import person, screens, state
from workbench.plainly import plainly

current = state.current()
words = current.words
current.screens = screens.pages(words)
page = st.navigation(list(current.screens.values()))
title = words("Claim workbench")
st.set_page_config(page_title=f"{page.title} · {title}", layout="wide")
with st.sidebar:
    person.switch()
with plainly():
    page.run()
