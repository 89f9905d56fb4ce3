package dev.halftone.architecture.planted.core;

interface IThing {}
