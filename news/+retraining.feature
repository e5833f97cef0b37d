Certificates of attendance can be valid for some months; their holders are told once before they end, and see it on „Mein Hub“.
