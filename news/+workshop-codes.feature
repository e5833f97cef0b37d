Certificates of attendance carry a QR code that checks them, and can be shown to somebody from „Meine Bescheinigungen“; `@certificates` lists one's own over REST.
