"""Requests, their answers, cases and complaints, where they are told and not counted in a row's words."""
