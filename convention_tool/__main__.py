"""The command line, as `python -m convention_tool`."""

from convention_tool.cli import main

if __name__ == "__main__":
    main()
