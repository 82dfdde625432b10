"""What leaves the checkout: the wheel, an installation, the image."""
