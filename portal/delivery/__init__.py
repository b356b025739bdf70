"""How answers travel: compressed where that is safe, and with headers that keep visitors safe."""
