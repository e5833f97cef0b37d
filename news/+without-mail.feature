A site that cannot send mails says so on the pages that need them and leads to who helps; the hub management reads a warning and can send itself a test mail.
