"""The directory: what people do with it, what the region publishes, what journals propose."""
