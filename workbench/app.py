"""The frame around every screen: navigation, the person at the browser, and errors said plainly."""

import streamlit as st

from workbench import person, screens, shelved, state
from workbench.plainly import plainly

current = state.current()
if shelved.elsewhere(current.case):
    state.leave()
    st.rerun()
shelved.stay(current.case)
words = current.words
current.screens = screens.pages(words)
page = st.navigation(list(current.screens.values()), expanded=True)
state.arrive(page.url_path)
st.set_page_config(page_title=state.title(page.title), layout="wide")
with st.sidebar:
    person.switch()
with plainly():
    page.run()
