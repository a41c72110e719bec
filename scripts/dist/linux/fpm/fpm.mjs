#!/usr/bin/env node
// @ts-check
import { buildDeb } from "./build-deb.mjs";
import { readFpmArguments } from "./read-fpm-arguments.mjs";

// Stands in for fpm, which electron-builder asks for a .deb and which no package registry has: it does the same with Debian's own
// dpkg-deb (dependencies §3.2).
buildDeb(readFpmArguments(process.argv.slice(2)));
