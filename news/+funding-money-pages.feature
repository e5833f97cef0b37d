Drawdowns, receipts (also out of a table), the statement of use and earmarked things have their pages, a workbook, an accessible PDF, and the services @drawdowns, @vouchers, @proof and @inventory.
