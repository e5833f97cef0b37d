"""Services for outside clients: @inbox, @submitted, @inbox-decide, @journal, @workflow."""
