node-red --userDir . --settings settings.js
