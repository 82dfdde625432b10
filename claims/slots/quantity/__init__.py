from claims.slots.quantity.find import find_quantities, find_unread
