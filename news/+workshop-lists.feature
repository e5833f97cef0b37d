Lists of participants are read from CSV and XLSX, looked at line by line before anybody is registered, and exported as CSV beside XLSX.
