"""Files of any kind into articles: text, blocks, title, outlet, agency, author, date."""
