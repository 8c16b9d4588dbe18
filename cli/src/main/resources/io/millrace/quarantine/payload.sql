to_base64(payload)
