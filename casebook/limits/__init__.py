"""How much one address may ask for, and how large a question may be."""
