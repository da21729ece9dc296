"""Requests, their answers, cases, complaints and proposals, where they are told and not counted in a row's words."""
