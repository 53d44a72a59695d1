"""Complete Word files of invented units in the layouts of many places, each with the facts that it is to carry."""
