"""The frame around every screen: navigation, the person at the browser, and errors said plainly."""

import streamlit as st

from claims.services import ClaimsError
from workbench import navigation, person, state
from workbench.shown.errors import explain

words = state.current().words
st.set_page_config(page_title=words("Claim workbench"), layout="wide")
page = st.navigation(navigation.pages(words))
with st.sidebar:
    person.switch()
try:
    page.run()
except ClaimsError as error:
    st.error(explain(error, words))
