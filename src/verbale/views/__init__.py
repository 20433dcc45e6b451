"""What the record says, as plain data: one function a view, each over rows and a `Filter`."""
