"""What the one window holds around its pages: menus, sections, the sentence of state."""
