return {
    done = { en = "imported into %s:", vi = "đã nhập vào %s:" },
}
