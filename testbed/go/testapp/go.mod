module aotrollout.dev/testbed/testapp

go 1.26.0
