// As the extension does on every page.
DarkReader.enable({ brightness: 100, contrast: 100, sepia: 0 });
