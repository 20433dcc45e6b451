"""`python -m verbale.export > docs/export.schema.json`: the JSON Schema of an export's lines."""

import json

from verbale.export.rows import json_schema

if __name__ == "__main__":
    print(json.dumps(json_schema(), indent=1))
