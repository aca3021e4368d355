"""What stops a run: every one is a sentence a user can act on."""


class ConventionToolError(Exception):
    """The root of our own errors; its text is shown to the user as it stands."""


class UnreadableFileError(ConventionToolError):
    """A file that is not there, is a folder, or holds no text."""


class UnknownFormatError(ConventionToolError):
    """An output format that we do not write."""


class MissingExtraError(ConventionToolError):
    """A format whose library is an extra that is not installed."""


class BrokenDataError(ConventionToolError):
    """One of the tool's own data or grammar files does not say what it should."""


class TemplateError(ConventionToolError):
    """A user's own template that cannot be used: what is wrong, and on which line."""
